/** Where in the form of a cited work it says who looked it up, and when: the Studio opens its tab and goes there. */
export function checkField(id: string) {
  return {id, type: 'researchCitation', path: 'retraction.checkedOn'}
}
