/**
 * A flag of V8: calls from WebAssembly to JavaScript keep the wrapper that they begin with. To make quicker ones after
 * 1,000 calls can end the whole process while threads come and go ("Check failed: jit_page.has_value()", seen in Node
 * 24.21 with V8 13.6, where it lets go of such a wrapper). Node itself reads TypeScript by WebAssembly in each thread.
 */
export const steadyWasm = '--wasm-wrapper-tiering-budget=2000000000'
