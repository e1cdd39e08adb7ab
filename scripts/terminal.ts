/** A step that takes a while, told in one line that is rewritten in a terminal and printed twice elsewhere. */
export interface Progress {
  say(doing: string): void
  done(outcome: string): void
  fail(outcome: string): void
}

const frames = ['◐', '◓', '◑', '◒']

export function progress(title: string, out: NodeJS.WriteStream = process.stdout): Progress {
  const began = Date.now()
  let doing = ''
  let frame = 0
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  const draw = () => {
    const line = `${frames[frame++ % frames.length]} ${title} ${seconds()}${doing && `  ${doing}`}`
    out.write(`\r\u001b[2K${line.slice(0, (out.columns ?? 80) - 1)}`)
  }
  const timer = out.isTTY ? setInterval(draw, 120) : null
  if (timer === null) out.write(`${title} ...\n`)
  const end = (sign: string, outcome: string) => {
    if (timer !== null) clearInterval(timer)
    out.write(`${out.isTTY ? '\r\u001b[2K' : ''}${sign} ${outcome} (${seconds()})\n`)
  }
  return {
    say: (text) => void (doing = text),
    done: (outcome) => end('✔', outcome),
    fail: (outcome) => end('✖', outcome),
  }
}

/** Lines in a frame. */
export function box(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length))
  const rule = '─'.repeat(width + 2)
  return [`┌${rule}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${rule}┘`].join('\n')
}
