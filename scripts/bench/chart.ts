import {type Report} from './report.ts'

const left = 250
const width = 420
const barHeight = 14
const colours = {floor: '#9aa5b1', lake: '#2f6f5e'}

interface BarChart {
  readonly title: string
  readonly machine: Report['machine']
  readonly groups: readonly {
    readonly label: string
    readonly note: string
    readonly bars: readonly {
      readonly name: string
      readonly value: number
      readonly colour: string
    }[]
  }[]
}

/** How many milliseconds a request or a commit took, bar beside bar. */
export function asChart({reading, publishing, typing, machine}: Report): string {
  const group = (label: string, note: string, floor: [string, number], lake: [string, number]) => ({
    label,
    note,
    bars: [
      {name: floor[0], value: floor[1], colour: colours.floor},
      {name: lake[0], value: lake[1], colour: colours.lake},
    ],
  })
  return barChart({
    title: 'Milliseconds for one answer (over HTTP, one connection, nothing kept) and one commit',
    machine,
    groups: [
      ...reading.map(({articles, question, floor, lake}) =>
        group(
          question,
          `${articles.toLocaleString('en')} articles`,
          ['floor', floor.ms.median],
          ['lake', lake.ms.median],
        ),
      ),
      group(
        'publishing through the gate',
        `among ${publishing.articles.toLocaleString('en')} articles`,
        ['SQLite alone', publishing.bare.median],
        ['lake', publishing.publish.median],
      ),
      group(
        'what is typed in a second',
        'through the gate, over HTTP',
        ['one person', typing.alone.median],
        [`${typing.typists} people`, typing.together.median],
      ),
    ],
  })
}

export function barChart({title, machine, groups}: BarChart): string {
  const most = Math.max(...groups.flatMap(({bars}) => bars.map(({value}) => value)))
  const rowHeight = barHeight * 2 + 14
  const digits = most < 100 ? 2 : 0
  const rows = groups.map(({label, note, bars}, at) => {
    const top = 60 + at * rowHeight
    const drawn = bars.map(({name, value, colour}, index) => {
      const y = top + index * barHeight
      const length = Math.max(1, (value / most) * width)
      return (
        `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight - 2}" fill="${colour}"/>` +
        `<text x="${(left + length + 6).toFixed(1)}" y="${y + 10}" font-size="11">${name} ${value.toFixed(digits)} ms</text>`
      )
    })
    return (
      `<text x="${left - 8}" y="${top + 11}" text-anchor="end" font-size="12">${label}</text>` +
      `<text x="${left - 8}" y="${top + 25}" text-anchor="end" font-size="11" fill="#667">${note}</text>` +
      drawn.join('')
    )
  })
  const height = 60 + groups.length * rowHeight + 10
  const about = Object.values(machine).join(', ').replace(/[<&]/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 130} ${height}" font-family="system-ui, sans-serif" fill="#223">
<title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="24" font-size="15">${title}</text>
<text x="16" y="42" font-size="11" fill="#667">${about}</text>
${rows.join('\n')}
</svg>
`
}
