/** The list option of a string field, from stored code to the words an editor reads. */
export const choices = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, title]) => ({value, title}))
