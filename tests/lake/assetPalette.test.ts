import {expect, test} from 'vitest'
import {paletteOf} from '../../lake/assets/palette.ts'

/** So many pixels of each color. */
function pixels(...colors: readonly (readonly [count: number, rgba: readonly number[]])[]) {
  return new Uint8Array(
    colors.flatMap(([count, rgba]) => Array.from({length: count}, () => rgba).flat()),
  )
}

const swatch = (
  background: string,
  foreground: string,
  population: number,
  title = foreground,
) => ({
  _type: 'sanity.imagePaletteSwatch',
  background,
  foreground,
  population,
  title,
})

test('every kind of color has its swatch, with how much of it there is', () => {
  expect(
    paletteOf(
      pixels(
        [50, [230, 20, 20, 255]],
        [20, [20, 60, 20, 255]],
        [20, [250, 160, 160, 255]],
        [10, [110, 120, 150, 255]],
      ),
    ),
  ).toEqual({
    _type: 'sanity.imagePalette',
    dominant: swatch('#e61414', '#fff', 50),
    vibrant: swatch('#e61414', '#fff', 50),
    darkVibrant: swatch('#143c14', '#fff', 20),
    lightVibrant: swatch('#faa0a0', '#000', 20),
    muted: swatch('#6e7896', '#000', 10, '#fff'),
    darkMuted: swatch('#5d2828', '#fff', 0),
    lightMuted: swatch('#d7a2a2', '#000', 0),
  })
})

test('what cannot be seen does not count', () => {
  expect(paletteOf(pixels([10, [255, 0, 0, 0]]))).toBe(null)
  expect(paletteOf(pixels([99, [255, 0, 0, 0]], [1, [0, 0, 255, 255]]))).toMatchObject({
    dominant: {background: '#0000ff', population: 100},
  })
})

test('gray stays gray', () => {
  expect(paletteOf(pixels([1, [128, 128, 128, 255]]))).toMatchObject({
    vibrant: {background: '#808080', population: 0},
    muted: {background: '#808080', population: 100},
  })
})
