/**
 * Where the site is that drafts are shown in: as the server that brought this page says, or as the build does. Null
 * where there is none, and in the tools that read the configuration without a browser.
 */
export function previewUrl(): string | null {
  const given =
    globalThis.document?.querySelector?.('meta[name="preview-url"]')?.getAttribute('content') ??
    process.env['SANITY_STUDIO_PREVIEW_URL']
  return given !== undefined && URL.canParse(given) ? given : null
}
