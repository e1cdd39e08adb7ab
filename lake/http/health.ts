import {type Call} from './call.ts'

/** Alive, and whether documents are withheld from readers: somebody should look at `npm run lake -- verify`. */
export function health({lake}: Call): Response {
  const withheld = lake
    .datasets()
    .reduce((count, {name}) => count + lake.dataset(name).serving.withheld().length, 0)
  return Response.json({status: 'ok', ...(withheld === 0 ? {} : {withheld})})
}
