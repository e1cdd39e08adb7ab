import {createImageUrlBuilder, type SanityImageSource} from '@sanity/image-url'
import {settings} from '../lib/settings.ts'

export interface PictureSource {
  readonly asset: {
    readonly _id: string
    readonly metadata: {
      readonly dimensions: {readonly width: number | null; readonly height: number | null} | null
    } | null
  } | null
  readonly decorative?: boolean | null
  readonly alt?: string | null
  readonly caption?: string | null
  readonly credit?: string | null
}

interface PictureProps {
  readonly image: PictureSource | null
  /** How wide it is at most, in CSS pixels. */
  readonly width?: number
  readonly isFirst?: boolean
}

const urls = createImageUrlBuilder({
  projectId: 'restwell',
  dataset: 'production',
  baseUrl: settings.lakeUrl,
})

/** A picture in the sizes that screens need, cropped as editors set it. */
export function Picture({image, width = 720, isFirst = false}: PictureProps) {
  if (image?.asset === null || image?.asset === undefined) return null
  const {dimensions} = image.asset.metadata ?? {}
  const url = (of: number) =>
    urls
      .image(image as SanityImageSource)
      .width(of)
      .fit('max')
      .auto('format')
      .url()
  const ratio = (dimensions?.height ?? 0) / (dimensions?.width ?? 1)
  return (
    <figure>
      <img
        src={url(width)}
        srcSet={[width / 2, width, width * 2].map((of) => `${url(of)} ${of}w`).join(', ')}
        sizes={`(max-width: ${width}px) 100vw, ${width}px`}
        width={width}
        height={ratio > 0 ? Math.round(width * ratio) : undefined}
        alt={image.decorative === true ? '' : (image.alt ?? '')}
        loading={isFirst ? 'eager' : 'lazy'}
        decoding="async"
      />
      {(image.caption ?? image.credit ?? null) !== null && (
        <figcaption>{[image.caption, image.credit].filter(Boolean).join(' · ')}</figcaption>
      )}
    </figure>
  )
}
