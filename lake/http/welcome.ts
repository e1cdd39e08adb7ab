import {servedDataset} from '../lake.ts'
import {type AppConfig} from './call.ts'

/** What lives here, for whoever asks for nothing in particular and cannot show a Studio. */
export function welcome(
  {title, version}: AppConfig,
  origin: string,
  {hasStudio}: {readonly hasStudio: boolean},
): Response {
  const query = encodeURIComponent('*[0...3]{_id,_type}')
  const told = {
    name: title,
    version,
    message:
      'A content lake. People open it in a browser; programs ask it with GROQ, and need no token for what is published.',
    studio: hasStudio ? `${origin}/` : null,
    query: `${origin}/v2026-06-01/data/query/${servedDataset}?query=${query}`,
    signIn: `POST ${origin}/v1/auth/login`,
    health: `${origin}/healthz`,
    documentation: ['README.md', 'ARCHITECTURE.md'],
  }
  return new Response(`${JSON.stringify(told, null, 2)}\n`, {
    headers: {'Content-Type': 'application/json; charset=utf-8'},
  })
}
