import {type Report} from './report.ts'

const left = 250
const width = 420
const barHeight = 14
const colours = {floor: '#9aa5b1', lake: '#2f6f5e'}

/** How many milliseconds a request took, bar beside bar. */
export function asChart({reading, machine}: Report): string {
  const most = Math.max(...reading.flatMap(({floor, lake}) => [floor.ms.median, lake.ms.median]))
  const rowHeight = barHeight * 2 + 14
  const rows = reading.map(({articles, question, floor, lake}, at) => {
    const top = 60 + at * rowHeight
    const bar = (name: 'floor' | 'lake', ms: number, y: number) => {
      const length = Math.max(1, (ms / most) * width)
      return (
        `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight - 2}" fill="${colours[name]}"/>` +
        `<text x="${(left + length + 6).toFixed(1)}" y="${y + 10}" font-size="11">${name} ${ms.toFixed(2)} ms</text>`
      )
    }
    return (
      `<text x="${left - 8}" y="${top + 11}" text-anchor="end" font-size="12">${question}</text>` +
      `<text x="${left - 8}" y="${top + 25}" text-anchor="end" font-size="11" fill="#667">${articles.toLocaleString('en')} articles</text>` +
      bar('floor', floor.ms.median, top) +
      bar('lake', lake.ms.median, top + barHeight)
    )
  })
  const height = 60 + reading.length * rowHeight + 10
  const about = Object.values(machine).join(', ').replace(/[<&]/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 130} ${height}" font-family="system-ui, sans-serif" fill="#223">
<title>Milliseconds for one answer over HTTP</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="24" font-size="15">Milliseconds for one answer over HTTP, one connection, nothing kept</text>
<text x="16" y="42" font-size="11" fill="#667">${about}</text>
${rows.join('\n')}
</svg>
`
}
