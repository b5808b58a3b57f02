/** What an agenda item can put to the vote: a nomination (đề nghị), or an initiative (sáng kiến, đề tài). */
export const matterKinds = ['nomination', 'initiative'] as const;
export type MatterKind = (typeof matterKinds)[number];
