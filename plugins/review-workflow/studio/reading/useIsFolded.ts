import {type Path, valueAt} from './paths.ts'
import {useSurroundings} from './ReadingContext.ts'
import {isSame} from './values.ts'

/** Whether a part of the page is left out because it reads as it was signed. */
export function useIsFolded(): (path: Path) => boolean {
  const {document, before, onlyChanges} = useSurroundings()
  return (path) =>
    onlyChanges && before !== null && isSame(valueAt(document, path), valueAt(before, path))
}
