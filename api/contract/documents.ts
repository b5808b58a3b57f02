import { z } from 'zod';
import { id, instant, personRef } from './common.ts';

/** Kinds of paper a person can attach to a dossier: those the rule-sets ask for, and a few more. */
export const attachmentKind = z.enum([
  'submission', // tờ trình
  'achievement_report', // báo cáo thành tích
  'summary_report', // báo cáo tóm tắt thành tích
  'list_of_nominees', // danh sách đề nghị
  'minutes', // biên bản bình xét
  'commendation_minutes', // biên bản xét khen thưởng
  'bloc_minutes', // biên bản bình xét của cụm, khối
  'ballot_result', // kết quả bỏ phiếu
  'initiative_certificate', // giấy chứng nhận sáng kiến
  'completion_evidence', // xác nhận mức độ hoàn thành nhiệm vụ
  'agency_opinion', // ý kiến của cơ quan liên quan
  'written_opinion', // ý kiến bằng văn bản của ủy viên
  'proxy', // văn bản ủy quyền biểu quyết
  'other',
]);

/** File of a dossier or another subject: attached by a person, or made by the system (`kind` is then e.g. `decision`). */
export const documentInfo = z
  .strictObject({
    id,
    /** Dossier or other subject it belongs to; null for papers of sessions and councils. */
    subjectId: id.nullable(),
    kind: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    /** Bytes. */
    size: z.int().min(0),
    sha256: z.string(),
    uploadedBy: personRef.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Document' });

export type AttachmentKind = z.infer<typeof attachmentKind>;
export type DocumentInfo = z.infer<typeof documentInfo>;
