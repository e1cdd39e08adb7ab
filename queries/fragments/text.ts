import {imageFields} from './image.ts'
import {citationUseFields} from './work.ts'

const termFields = /* groq */ `_id, term, abbreviation, plainDefinition, pronunciation`

const blockFields = /* groq */ `
  style,
  listItem,
  level,
  children[]{_key, _type, text, marks},
  markDefs[]{
    _key,
    _type,
    _type == "link" => {href},
    _type == "citationUse" => {${citationUseFields}},
    _type == "glossary" => {"term": term->{${termFields}}}
  }
`

/** Portable Text of paragraphs and lists alone. */
export const shortTextFields = /* groq */ `
  _key,
  _type,
  ${blockFields}
`

/** Portable Text with tables, images and callouts between the paragraphs. */
export const textFields = /* groq */ `
  _key,
  _type,
  _type == "block" => {${blockFields}},
  _type == "callout" => {tone, heading, body},
  _type == "table" => {caption, columns, rows[]{_key, cells}},
  _type == "imageWithAlt" => {${imageFields}}
`
