import {type Sharp} from 'sharp'
import {type Transform} from './transform.ts'

/** Pixels of a picture that AVIF is made of with care; of more of them it would keep a processor for minutes. */
const mostWithCare = 4_000_000

/** The bytes of a picture in the format that is asked for. Where it shows through, the background does. */
export function encoded(
  picture: Sharp,
  {format, quality: asked, background}: Transform,
  {isAnimated, pixels}: {readonly isAnimated: boolean; readonly pixels: number},
): Promise<Buffer> {
  const quality = Math.max(1, asked)
  const isFilled = background !== null && background.alpha === 1
  const made = isFilled ? picture.flatten({background}) : picture
  switch (format) {
    case 'jpg':
    case 'pjpg':
      return (isFilled ? made : made.flatten({background: background ?? '#ffffff'}))
        .jpeg({quality, progressive: format === 'pjpg', mozjpeg: false})
        .toBuffer()
    case 'png':
      return made.png().toBuffer()
    case 'webp':
      return made.webp({quality}).toBuffer()
    case 'avif':
      // A little larger than it could be, in a fraction of the time.
      return made.avif({quality, effort: pixels > mostWithCare ? 0 : 2}).toBuffer()
    case 'gif':
      return made.gif({loop: isAnimated ? 0 : 1}).toBuffer()
  }
}
