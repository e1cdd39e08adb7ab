import {LakeError} from '../../errors.ts'
import {type Handler} from '../call.ts'
import {at, type Route} from './route.ts'

/** What Sanity's tools can ask of the hosted service and this lake does not do: a 400 that says what to do instead. */
const absent: readonly (readonly [Route['method'], path: string, sentence: string])[] = [
  [
    'POST',
    '/projects',
    'This lake is one project. Another one is another data folder: npm start -- --data DIR',
  ],
  [
    'PATCH',
    '/projects/:project',
    'The name of the project is part of the configuration of the server.',
  ],
  ['PUT', '/aliases/:name', 'This lake has no aliases of datasets.'],
  ['PATCH', '/aliases/:name', 'This lake has no aliases of datasets.'],
  ['PATCH', '/aliases/:name/unlink', 'This lake has no aliases of datasets.'],
  ['DELETE', '/aliases/:name', 'This lake has no aliases of datasets.'],
  [
    'GET',
    '/projects/:project/datasets/:dataset/backups',
    'Backups are made on the machine itself: npm run lake -- backup FOLDER',
  ],
  [
    'PUT',
    '/projects/:project/datasets/:dataset/settings/backups',
    'Backups are made on the machine itself: npm run lake -- backup FOLDER',
  ],
  [
    'PUT',
    '/projects/:project/datasets/:dataset/schemas',
    'This lake keeps no schemas: the Studio that it serves has its own.',
  ],
  [
    'DELETE',
    '/projects/:project/datasets/:dataset/schemas/:id',
    'This lake keeps no schemas: the Studio that it serves has its own.',
  ],
  ['GET', '/datasets/:dataset/settings/embeddings', 'This lake has no embeddings.'],
  ['PUT', '/datasets/:dataset/settings/embeddings', 'This lake has no embeddings.'],
  ['PUT', '/apis/graphql/:dataset/:tag', 'This lake answers GROQ, not GraphQL.'],
  ['POST', '/apis/graphql/:dataset/:tag/validate', 'This lake answers GROQ, not GraphQL.'],
  ['DELETE', '/apis/graphql/:dataset/:tag', 'This lake answers GROQ, not GraphQL.'],
  [
    'POST',
    '/user-applications',
    'This server serves the Studio itself: build and start it with npm start.',
  ],
  [
    'POST',
    '/projects/:project/user-applications',
    'This server serves the Studio itself: build and start it with npm start.',
  ],
  ['POST', '/organizations', 'This lake belongs to no organization.'],
]

export const absentRoutes: readonly Route[] = absent.map(([method, path, sentence]) =>
  at(method, path, 'signedIn', refuse(sentence)),
)

function refuse(sentence: string): Handler {
  return () => {
    throw new LakeError('unsupported', sentence)
  }
}
