import {type ComponentType, lazy, Suspense} from 'react'
import {Loading} from './tool/Loading.tsx'

/** A part that is fetched when it is shown first, so that what is there from the beginning does not wait for it. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part = lazy(async () => ({default: await load()}))
  return function Later(props: Props) {
    return (
      <Suspense fallback={<Loading />}>
        <Part {...props} />
      </Suspense>
    )
  }
}
