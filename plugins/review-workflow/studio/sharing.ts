import {type DocumentStore} from 'sanity'

/** One of each for all on a page who ask for the same, for as long as the Studio keeps its store of documents. */
export function sharing<Shared>() {
  const known = new WeakMap<DocumentStore, Map<string, Shared>>()
  return (documents: DocumentStore, names: readonly unknown[], make: () => Shared): Shared => {
    const ofStore = known.get(documents) ?? new Map<string, Shared>()
    known.set(documents, ofStore)
    const key = names.join(' ')
    const shared = ofStore.get(key) ?? make()
    ofStore.set(key, shared)
    return shared
  }
}
