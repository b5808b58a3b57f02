import { and, asc, desc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { isPublic } from '../../db/role-models.ts';
import {
  awards,
  blocYears,
  emulationBlocs,
  ledgerAwards,
  roleModelAwards,
  roleModelConsents,
  roleModels,
} from '../../db/schema/index.ts';
import type { ConsentField, PublicRoleModel, PublicRoleModelDetail } from '../contract/role-models.ts';
import { ApiError } from '../errors.ts';
import { type Page, rowsOf } from './paging.ts';
import { unitAs } from './references.ts';

interface PublicReader {
  db: Database;
}

/** Role models that everybody may read, the newest first. */
export async function findPublicRoleModels(reader: PublicReader, page: Page) {
  const all = await selectPublic(reader);
  const { limit, offset } = rowsOf(page);
  return { items: all.slice(offset, offset + limit).map(({ shown }) => shown), total: all.length };
}

/** One of them, as far as its consent goes. @throws ApiError role_model_not_found, also once nothing is shown any more */
export async function getPublicRoleModel(
  reader: PublicReader,
  roleModelId: string,
): Promise<PublicRoleModelDetail> {
  const [found] = await selectPublic(reader, eq(roleModels.id, roleModelId));
  if (!found) throw new ApiError('role_model_not_found');
  const { shown, story, may } = found;
  return {
    ...shown,
    story: may('story', story),
    awards: may('awards', await awardsInForce(reader, roleModelId)),
  };
}

/** Awards that still count: a revoked or struck-out one is not shown. */
function awardsInForce({ db }: PublicReader, roleModelId: string) {
  return db
    .select({
      vi: awards.nameVi,
      en: awards.nameEn,
      year: ledgerAwards.year,
      decisionSymbol: ledgerAwards.decisionSymbol,
    })
    .from(roleModelAwards)
    .innerJoin(ledgerAwards, eq(ledgerAwards.id, roleModelAwards.ledgerAwardId))
    .innerJoin(awards, eq(awards.code, ledgerAwards.awardCode))
    .where(
      and(
        eq(roleModelAwards.roleModelId, roleModelId),
        eq(ledgerAwards.status, 'in_force'),
        isNull(ledgerAwards.struckAt),
      ),
    )
    .orderBy(desc(ledgerAwards.year), asc(awards.code));
}

async function selectPublic({ db }: PublicReader, where?: SQL) {
  const proposer = unitAs('proposer');
  const rows = await db
    .select({
      model: roleModels,
      fields: roleModelConsents.fields,
      unit: { vi: proposer.unit.name, en: proposer.unit.nameEn },
      bloc: emulationBlocs.name,
    })
    .from(roleModels)
    .innerJoin(
      roleModelConsents,
      and(eq(roleModelConsents.roleModelId, roleModels.id), isNull(roleModelConsents.withdrawnAt)),
    )
    .innerJoin(proposer.unit, eq(proposer.unit.id, roleModels.unitId))
    .leftJoin(blocYears, eq(blocYears.id, roleModels.blocYearId))
    .leftJoin(emulationBlocs, eq(emulationBlocs.id, blocYears.blocId))
    .where(and(isPublic, where))
    .orderBy(desc(roleModels.approvedAt), asc(roleModels.id));
  return rows.map(({ model, fields, unit, bloc }) => {
    /** The value where its field was consented to; the only way in which a value leaves. */
    const may = <T>(field: ConsentField, value: T): T | null => (fields.includes(field) ? value : null);
    const shown: PublicRoleModel = {
      id: model.id,
      year: model.year,
      title: model.title,
      field: model.field,
      kind: model.personId === null ? 'collective' : 'person',
      name: may('name', model.name),
      post: may('post', model.post),
      unit: may('unit', unit),
      bloc: may('unit', bloc),
    };
    return { shown, story: model.story, may };
  });
}
