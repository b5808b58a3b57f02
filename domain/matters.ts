/**
 * What an agenda item can put to the vote: a nomination (đề nghị), an initiative (sáng kiến, đề tài),
 * or a member of an emulation bloc (thành viên khối thi đua).
 */
export const matterKinds = ['nomination', 'initiative', 'bloc_member'] as const;
export type MatterKind = (typeof matterKinds)[number];
