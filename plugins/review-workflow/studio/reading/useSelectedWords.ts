import {type RefObject, useEffect, useState} from 'react'
import {pathOf} from './paths.ts'
import {quoteStands} from './quotes.ts'
import {type Spot} from './RemarkForm.tsx'

/** The words of the document that are selected on the page just now. */
export function useSelectedWords(
  page: RefObject<HTMLElement | null>,
  document: unknown,
): Spot | null {
  const [spot, setSpot] = useState<Spot | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSpot(selectedSpot(page.current, document)), 150)
    }
    window.document.addEventListener('selectionchange', look)
    return () => {
      clearTimeout(timer)
      window.document.removeEventListener('selectionchange', look)
    }
  }, [page, document])
  return spot
}

function selectedSpot(page: HTMLElement | null, document: unknown): Spot | null {
  const selection = window.getSelection()
  if (page === null || selection === null || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const node = range.commonAncestorContainer
  const element = node instanceof Element ? node : node.parentElement
  if (element === null || !page.contains(element)) return null
  const place = element.closest('[data-path]')
  if (place === null || element.closest('[data-aside]') !== null) return null
  const quote = wordsIn(range)
  const path = pathOf(place.getAttribute('data-path') ?? '')
  // Names of fields and choices are ours: what is not in the document cannot be quoted from it.
  return quote !== '' && quoteStands(document, path, quote) ? {path, quote} : null
}

/** What is selected, without what was removed and what stands there only to explain. */
function wordsIn(range: Range): string {
  const words = range.cloneContents()
  for (const other of words.querySelectorAll('del, button, [data-aside]')) other.remove()
  for (const block of words.querySelectorAll('p, li, h4, h5, div')) block.append(' ')
  return (words.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, longestQuote)
}

const longestQuote = 500
