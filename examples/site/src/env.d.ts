/// <reference types="astro/client" />
/// <reference types="@sanity/astro/module" />

declare namespace App {
  interface Locals {
    /** Whether an editor is looking at drafts. */
    preview: boolean
  }
}
