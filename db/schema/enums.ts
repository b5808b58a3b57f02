import { pgEnum } from 'drizzle-orm/pg-core';

/** Level (cấp) at which a stage of the award chain runs; also the level of a unit. */
export const levelEnum = pgEnum('level', ['unit', 'department', 'ministry', 'central', 'state']);

/** Why an award was given (loại hình khen thưởng, Law 06/2022/QH15 Articles 8 and 96). */
export const commendationKindEnum = pgEnum('commendation_kind', [
  'merit', // công trạng
  'sudden', // đột xuất
  'movement', // phong trào, chuyên đề
  'service', // quá trình cống hiến
  'tenure', // niên hạn
  'external', // đối ngoại
  'resistance', // tổng kết kháng chiến
]);

/** How far an initiative reaches (phạm vi ảnh hưởng): the unit (cơ sở), the ministry or province, the whole country. */
export const scopeEnum = pgEnum('initiative_scope', ['unit', 'ministry', 'national']);

/** Case of the simplified procedure that does not follow from the kind of commendation (Law 06/2022/QH15 Article 85). */
export const simplifiedCaseEnum = pgEnum('simplified_case', [
  'political_task',
  'bravery',
  'international_prize',
  'found_by_head',
  'state_secret',
]);
