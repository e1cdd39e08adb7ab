import {type Lake} from '../lake/lake.ts'

/** A line for each document that is published but not served, for whoever has to do something about it. */
export function withheldLines(lake: Lake): readonly string[] {
  return lake.datasets().flatMap(({name}) => {
    const dataset = lake.dataset(name)
    return dataset.serving.withheld().map((id) => {
      const type = dataset.store.document(id)?._type ?? 'document'
      return `WITHHELD  ${name}: ${type} "${id}" does not verify, so no reader is served it. Publish it again through review, or restore a backup.`
    })
  })
}
