// Writes one PNG away from the page, which would stand still while some million pixels are read and packed.

import { joinPng, type PngAnswer, type PngSheet } from './png-sheet';

self.onmessage = ({ data }: MessageEvent<PngSheet>) => {
  const answer = (one: PngAnswer) => self.postMessage(one);
  joinPng(data).then(
    (png) => answer({ png }),
    (error: unknown) => answer({ failed: String((error as Error)?.message ?? error) }),
  );
};
