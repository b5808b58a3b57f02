import type { blocMembers, blocStageEnum } from '../schema/index.ts';
import { blocElements } from './process.ts';

type Stage = (typeof blocStageEnum.enumValues)[number];

/** Unit that fills a sheet in: the member itself, or whoever checks it. */
export const scorerOf = (
  { unitId, checkerId }: Pick<typeof blocMembers.$inferSelect, 'unitId' | 'checkerId'>,
  stage: Stage,
): string => (stage === 'self' ? unitId : checkerId);

/** The step at which a sheet is filled in. */
export const elementOf = (stage: Stage): string =>
  stage === 'self' ? blocElements.scoreSelf : blocElements.check;
