import * as cors from '../corsRoutes.ts'
import * as dataset from '../datasetRoutes.ts'
import * as project from '../projectRoutes.ts'
import {always} from '../projectRoutes.ts'
import {at, type Route} from './route.ts'

/** The project and its datasets. */
export const projectRoutes: readonly Route[] = [
  at('GET', '/projects', 'signedIn', project.projects),
  at('GET', '/projects/:project', 'signedIn', project.project),
  at('GET', '/projects/:project/grants', 'signedIn', project.projectGrants),
  at('GET', '/projects/:project/user-applications', 'signedIn', always([])),
  at('GET', '/projects/:project/datasets', 'signedIn', dataset.datasets),
  at('GET', '/projects/:project/datasets/:dataset/acl', 'signedIn', dataset.acl),
  at('GET', '/projects/:project/cors', 'signedIn', cors.origins),
  at('POST', '/projects/:project/cors', 'signedIn', cors.addOrigin),
  at('DELETE', '/projects/:project/cors/:id', 'signedIn', cors.deleteOrigin),
  at('GET', '/projects/:project/tags', 'signedIn', always([])),
  at('GET', '/projects/:project/datasets/:dataset/schemas', 'signedIn', always([])),
  at(
    'GET',
    '/projects/:project/datasets/:dataset/settings/indexing',
    'signedIn',
    always({isEnabled: false}),
  ),
  at('GET', '/apis/graphql', 'signedIn', always([])),
  at('GET', '/organizations', 'signedIn', always([])),
  at('GET', '/user-applications', 'signedIn', always([])),
  at('GET', '/access/requests/me', 'signedIn', always([])),
  at('GET', '/datasets', 'signedIn', dataset.datasets),
  at('PUT', '/datasets/:dataset', 'signedIn', dataset.createDataset),
  at('PATCH', '/datasets/:dataset', 'signedIn', dataset.editDataset),
  at('DELETE', '/datasets/:dataset', 'signedIn', dataset.deleteDataset),
  at('PUT', '/datasets/:dataset/copy', 'signedIn', dataset.copyDataset),
  at('GET', '/projects/:project/datasets/copy', 'signedIn', dataset.copyJobs),
  at('GET', '/jobs/:id', 'open', dataset.job),
  at('GET', '/jobs/:id/listen', 'open', dataset.followJob),
  at('GET', '/aliases', 'signedIn', always([])),
  at('POST', '/comments/:dataset/setup', 'signedIn', dataset.setUpComments),
]
