import {comments} from './comments.ts'
import {credentials} from './credentials.ts'
import {policies} from './policies.ts'
import {publishing} from './publishing.ts'
import {requests} from './requests.ts'
import {signatures} from './signatures.ts'

export const cases = {comments, credentials, policies, publishing, requests, signatures}
