import {type Extension, type NamedRead} from '../../../lake/guard.ts'
import {reviewActions} from './actions/index.ts'
import {credentialType} from './credentials.ts'
import {due} from './due.ts'
import {reviewGuard} from './guard.ts'
import {credentialsRead} from './reads/credentials.ts'
import {dashboardRead} from './reads/dashboard.ts'
import {policyRead} from './reads/policy.ts'
import {recordRead} from './reads/record.ts'
import {renderingRead} from './reads/rendering.ts'
import {reviewRead} from './reads/review.ts'
import {worksRead} from './reads/works.ts'
import {remembered} from './remembered.ts'
import {openRoles, roles} from './roles.ts'
import {projectionType} from './serverTypes.ts'
import {vouches} from './unverified.ts'

/** Credentials are nobody's business, nor is talk; the record of a review is public once its page is. */
const privateTypes: Extension['privateTypes'] = {
  [credentialType]: () => true,
  'comment': () => true,
  'tasks.task': () => true,
  [projectionType]: ({live}) => live !== true,
}

/** The server face of the review workflow: everything that the lake must be told. */
export const reviewExtension: Extension = {
  guards: [reviewGuard],
  actions: reviewActions,
  reads: {
    review: quickly(reviewRead),
    record: recordRead,
    policy: policyRead,
    dashboard: quickly(dashboardRead),
    credentials: quickly(credentialsRead),
    rendering: quickly(renderingRead),
    works: quickly(worksRead),
  },
  due,
  vouches,
  roles,
  openRoles,
  privateTypes,
}

function quickly(read: NamedRead): NamedRead {
  return (view, id) => read(remembered(view), id)
}
