/** The id of the public record of a page's review. The server writes it; nobody else can. */
export function projectionId(documentId: string): string {
  return `review-${documentId}`
}
