/** An image as `@sanity/image-url` takes it, with the words that stand for it. Without `alt` it is decoration. */
export const imageFields = /* groq */ `
  "asset": asset->{
    _id,
    url,
    metadata{lqip, dimensions{width, height, aspectRatio}}
  },
  hotspot{x, y, width, height},
  crop{top, bottom, left, right},
  decorative,
  alt,
  caption,
  credit
`
