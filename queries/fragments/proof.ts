/**
 * What `verify` recomputes digests from: the page as it is served, and every shared document that it shows. Not
 * projected, because every field counts.
 */
export const proof = /* groq */ `
  "proof": {
    "document": @,
    "shown": *[_type == "review" && _id == "review-" + ^._id][0].closure[]{
      "document": *[_id == ^.id][0]
    }.document
  }
`
