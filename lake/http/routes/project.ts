import * as project from '../projectRoutes.ts'
import {always} from '../projectRoutes.ts'
import {at, type Route} from './route.ts'

/** The project and its datasets. */
export const projectRoutes: readonly Route[] = [
  at('GET', '/projects', 'signedIn', project.projects),
  at('GET', '/projects/:project', 'signedIn', project.project),
  at('GET', '/projects/:project/grants', 'signedIn', project.projectGrants),
  at('GET', '/projects/:project/user-applications', 'signedIn', always([])),
  at('GET', '/projects/:project/datasets', 'signedIn', project.datasets),
  at('GET', '/projects/:project/datasets/:dataset/acl', 'signedIn', project.acl),
  at('GET', '/projects/:project/roles', 'signedIn', always([])),
  at('GET', '/access/requests/me', 'signedIn', always([])),
  at('GET', '/datasets', 'signedIn', project.datasets),
  at('PUT', '/datasets/:dataset', 'signedIn', project.createDataset),
  at('GET', '/aliases', 'signedIn', always([])),
  at('POST', '/comments/:dataset/setup', 'signedIn', project.setUpComments),
]
