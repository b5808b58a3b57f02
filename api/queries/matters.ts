import { matters } from '../../db/schema/index.ts';

/** The matter of an agenda item and what passes with it, as answers show them. */
export const matterColumns = {
  matter: {
    kind: matters.kind,
    id: matters.id,
    title: matters.title,
    subtitle: matters.subtitle,
  },
  proposal: { code: matters.proposalCode, nameVi: matters.proposalVi, nameEn: matters.proposalEn },
};
