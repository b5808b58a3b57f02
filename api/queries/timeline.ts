import { and, asc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { listsDossier } from '../../db/papers/entries.ts';
import {
  agendaItems,
  auditLog,
  councils,
  documents,
  dossiers,
  escalations,
  incidents,
  instanceHistory,
  nominationResults,
  nominations,
  notices,
  papers,
  processDefinitions,
  processInstances,
  referrals,
  sessions,
  substitutions,
  tasks,
} from '../../db/schema/index.ts';
import type { SubjectKind } from '../../domain/subjects.ts';
import type { Graph } from '../../engine/model/graph.ts';
import type { CommandContext } from '../context.ts';
import type { TimelineEntry } from '../contract/dossiers.ts';
import type { NoticeKind } from '../contract/notices.ts';
import { visibleDossier } from '../policies/dossiers.ts';
import { personAs } from './references.ts';

type Entry = Omit<TimelineEntry, 'at'> & { at: Date };
const nothingElse = { actor: null, reason: null };

/** Subject of a process whose story is told; the caller has checked that the actor may read it. */
interface Told {
  kind: SubjectKind;
  id: string;
  instanceId: string | null;
}

/** What happened to a dossier, in time order, in the words of both languages. @throws ApiError dossier_not_found */
export async function getTimeline(context: CommandContext, dossierId: string) {
  const { id, instanceId } = await visibleDossier(context, dossierId);
  return timelineOf(context, { kind: 'dossier', id, instanceId });
}

/** What happened to a subject, as above. */
export async function timelineOf(context: CommandContext, subject: Told) {
  const parts = await Promise.all(
    [
      subjectEntries,
      splitEntries,
      overrulingEntries,
      stageEntries,
      taskEntries,
      sessionEntries,
      noticeEntries,
      documentEntries,
      paperParts,
      incidentEntries,
      escalationEntries,
    ].map((part) => part(context, subject)),
  );
  const entries = parts.flat().sort((a, b) => a.at.getTime() - b.at.getTime());
  const items = entries.map((entry) => ({ ...entry, at: entry.at.toISOString() }));
  return { items, total: items.length };
}

type Part = (context: CommandContext, subject: Told) => Promise<Entry[]>;

const subjectTexts: Record<string, Pick<Entry, 'kind' | 'textVi' | 'textEn'>> = {
  'dossier.create': { kind: 'created', textVi: 'Lập hồ sơ', textEn: 'Dossier started' },
  'dossier.submit': { kind: 'submitted', textVi: 'Trình hồ sơ', textEn: 'Dossier submitted' },
  'dossier.hold': {
    kind: 'held',
    textVi: 'Tạm dừng hồ sơ, dừng tính thời hạn',
    textEn: 'Put on hold, clocks stopped',
  },
  'dossier.resume': {
    kind: 'resumed',
    textVi: 'Tiếp tục xử lý, tính tiếp thời hạn',
    textEn: 'Resumed, clocks run on',
  },
  'instance.suspend': {
    kind: 'step',
    textVi: 'Quản trị viên tạm dừng quy trình',
    textEn: 'Process suspended by an administrator',
  },
  'instance.resume': {
    kind: 'step',
    textVi: 'Quản trị viên cho quy trình chạy tiếp',
    textEn: 'Process resumed by an administrator',
  },
  'instance.cancel': {
    kind: 'withdrawn',
    textVi: 'Quản trị viên hủy quy trình',
    textEn: 'Process cancelled by an administrator',
  },
  'instance.modify': {
    kind: 'step',
    textVi: 'Quản trị viên chuyển bước của quy trình',
    textEn: 'Steps moved by an administrator',
  },
  'instance.migrate': {
    kind: 'step',
    textVi: 'Quản trị viên chuyển sang phiên bản quy trình khác',
    textEn: 'Moved to another version of the process by an administrator',
  },
  'instance.restart': {
    kind: 'step',
    textVi: 'Quản trị viên khởi động lại quy trình',
    textEn: 'Process started again by an administrator',
  },
  'dossier.re-evaluate': {
    kind: 'decision',
    textVi: 'Xét lại theo quy định mới có lợi hơn',
    textEn: 'Re-evaluated under a newer, more favourable law',
  },
  'party_opinion.record': {
    kind: 'document',
    textVi: 'Ghi ý kiến của cấp ủy',
    textEn: 'Opinion of the Party committee recorded',
  },
  'initiative.register': { kind: 'created', textVi: 'Đăng ký sáng kiến', textEn: 'Initiative registered' },
  'initiative.submit': { kind: 'submitted', textVi: 'Nộp đơn', textEn: 'Application submitted' },
  'initiative.change': { kind: 'step', textVi: 'Sửa đơn', textEn: 'Application changed' },
  'initiative.withdraw': { kind: 'withdrawn', textVi: 'Yêu cầu rút đơn', textEn: 'Withdrawal asked for' },
  'dossier.withdraw': { kind: 'withdrawn', textVi: 'Yêu cầu rút hồ sơ', textEn: 'Withdrawal asked for' },
};

/** What was done to the subject as a whole, by the audit log. */
const subjectEntries: Part = async ({ db }, subject) => {
  const author = personAs('author');
  const rows = await db
    .select({ at: auditLog.at, action: auditLog.action, details: auditLog.details, actor: author.columns })
    .from(auditLog)
    .leftJoin(author.account, eq(author.account.id, auditLog.accountId))
    .leftJoin(author.person, eq(author.person.id, author.account.personId))
    .where(and(eq(auditLog.subjectKind, subject.kind), eq(auditLog.subjectId, subject.id)))
    .orderBy(asc(auditLog.id));
  return rows.flatMap(({ at, action, details, actor }) => {
    const text = subjectTexts[action];
    const reason = typeof details.reason === 'string' ? details.reason : null;
    return text ? [{ ...text, at, actor, reason }] : [];
  });
};

/** Where a head decided otherwise than the council had advised, with the reason that stays with the nomination. */
const overrulingEntries: Part = async ({ db }, subject) => {
  const head = personAs('head');
  const rows = await db
    .select({
      name: nominations.name,
      status: nominationResults.status,
      at: nominationResults.at,
      reason: nominationResults.reason,
      actor: head.columns,
    })
    .from(nominationResults)
    .innerJoin(nominations, eq(nominations.id, nominationResults.nominationId))
    .innerJoin(head.account, eq(head.account.id, nominationResults.overruledBy))
    .innerJoin(head.person, eq(head.person.id, head.account.personId))
    .where(eq(nominations.dossierId, subject.id));
  return rows.map(({ name, status, ...entry }) => ({
    ...entry,
    kind: 'decision' as const,
    ...(status === 'passed'
      ? {
          textVi: `Quyết định khác hội đồng: cho ${name} thông qua`,
          textEn: `Decided otherwise than the council: ${name} passes`,
        }
      : {
          textVi: `Quyết định khác hội đồng: không cho ${name} thông qua`,
          textEn: `Decided otherwise than the council: ${name} does not pass`,
        }),
  }));
};

/** What was split off from it, and what it was split off from. */
const splitEntries: Part = async ({ db }, subject) => {
  const parent = alias(dossiers, 'parent');
  const rows = await db
    .select({ id: dossiers.id, code: dossiers.code, from: parent.code, at: dossiers.createdAt })
    .from(dossiers)
    .innerJoin(parent, eq(parent.id, dossiers.splitFrom))
    .where(or(eq(dossiers.id, subject.id), eq(dossiers.splitFrom, subject.id)));
  return rows.map(({ id, code, from, at }) => ({
    at,
    kind: 'split' as const,
    ...(id === subject.id
      ? {
          textVi: `Tách từ ${from}: đề nghị bị hội đồng trả lại`,
          textEn: `Split off from ${from}: nominations that the council returned`,
        }
      : {
          textVi: `Đề nghị bị hội đồng trả lại được tách thành ${code}`,
          textEn: `Nominations that the council returned were split off as ${code}`,
        }),
    ...nothingElse,
  }));
};

/** Levels that were entered and left: the calls of other processes, by their names in the model. */
const stageEntries: Part = async ({ db }, subject) => {
  if (!subject.instanceId) return [];
  const rows = await db
    .select({ history: instanceHistory, graph: processDefinitions.graph })
    .from(instanceHistory)
    .innerJoin(processInstances, eq(processInstances.id, instanceHistory.instanceId))
    .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
    .where(
      and(
        eq(instanceHistory.instanceId, subject.instanceId),
        inArray(instanceHistory.action, ['enter', 'complete']),
      ),
    )
    .orderBy(asc(instanceHistory.id));
  return rows.flatMap(({ history, graph }) => {
    const node = nodeOf(graph, history.process, history.element);
    if (node?.kind !== 'callActivity' || node.name === '') return [];
    const [vi, en] = history.action === 'enter' ? ['Bắt đầu', 'Started'] : ['Xong', 'Finished'];
    return [
      {
        at: history.at,
        kind: 'step' as const,
        textVi: `${vi}: ${node.name}`,
        textEn: `${en}: ${node.name}`,
        ...nothingElse,
      },
    ];
  });
};

function nodeOf(graph: Graph, process: string, element: string) {
  return graph.processes[process]?.nodes[element];
}

const verdictTexts = {
  approve: { vi: 'Duyệt', en: 'Approved' },
  reject: { vi: 'Không duyệt', en: 'Rejected' },
  return: { vi: 'Trả lại', en: 'Returned' },
};

const taskEntries: Part = async ({ db }, subject) => {
  const decider = personAs('decider');
  const holder = personAs('holder');
  const rows = await db
    .select({ task: tasks, actor: decider.columns, holder: holder.columns, paper: substitutions.paper })
    .from(tasks)
    .leftJoin(decider.account, eq(decider.account.id, tasks.decidedBy))
    .leftJoin(decider.person, eq(decider.person.id, decider.account.personId))
    .leftJoin(holder.account, eq(holder.account.id, tasks.decidedFor))
    .leftJoin(holder.person, eq(holder.person.id, holder.account.personId))
    .leftJoin(substitutions, eq(substitutions.id, tasks.decidedUnder))
    .where(eq(tasks.subjectId, subject.id));
  return rows.flatMap(({ task, actor, holder: substituted, paper }): Entry[] => {
    const opened: Entry = {
      at: task.openedAt,
      kind: 'step',
      textVi: `Chờ xử lý: ${task.name}`,
      textEn: `Waiting: ${task.name}`,
      ...nothingElse,
    };
    if (!task.decidedAt || !task.verdict) return [opened];
    const verdict = verdictTexts[task.verdict];
    const late = task.status === 'overtaken' ? { vi: ' (đến muộn)', en: ' (too late)' } : { vi: '', en: '' };
    const behalf = substituted
      ? {
          vi: ` (thay ${substituted.fullName}${paper ? ` theo ${paper}` : ''})`,
          en: ` (for ${substituted.fullName}${paper ? ` by ${paper}` : ''})`,
        }
      : { vi: '', en: '' };
    const decided: Entry = {
      at: task.decidedAt,
      kind: 'decision',
      textVi: `${verdict.vi}: ${task.name}${behalf.vi}${late.vi}`,
      textEn: `${verdict.en}: ${task.name}${behalf.en}${late.en}`,
      actor,
      reason: task.reason,
    };
    return [opened, decided];
  });
};

const sessionEntries: Part = async ({ db }, subject) => {
  const rows = await db
    .select({
      referredAt: referrals.createdAt,
      council: councils.name,
      closedAt: sessions.closedAt,
      openedAt: sessions.openedAt,
      sessionId: sessions.id,
      passed: sql<number>`count(*) filter (where ${agendaItems.result} = 'passed')::int`,
      failed: sql<number>`count(*) filter (where ${agendaItems.result} = 'failed')::int`,
      returned: sql<number>`count(*) filter (where ${agendaItems.result} = 'returned')::int`,
    })
    .from(referrals)
    .innerJoin(councils, eq(councils.id, referrals.councilId))
    .innerJoin(agendaItems, eq(agendaItems.referralId, referrals.id))
    .leftJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .where(eq(referrals.subjectId, subject.id))
    .groupBy(referrals.id, councils.name, sessions.id);
  const referred = new Map(
    rows.map(({ referredAt, council }) => [referredAt.getTime() + council, { referredAt, council }]),
  );
  return [
    ...[...referred.values()].map(({ referredAt, council }) =>
      session(referredAt, `Chuyển ${council}`, `Referred to ${council}`),
    ),
    ...rows.flatMap(({ openedAt, council }) =>
      openedAt ? [session(openedAt, `${council} mở phiên họp`, `${council}: session opened`)] : [],
    ),
    ...rows.flatMap(({ closedAt, council, passed, failed, returned }) =>
      closedAt
        ? [
            session(
              closedAt,
              `${council} kết luận: thông qua ${passed}, không thông qua ${failed}, trả lại ${returned}`,
              `${council}: ${passed} passed, ${failed} failed, ${returned} returned`,
            ),
          ]
        : [],
    ),
  ];
};

const session = (at: Date, textVi: string, textEn: string): Entry => ({
  at,
  kind: 'session',
  textVi,
  textEn,
  ...nothingElse,
});

const noticeTexts: { [kind in NoticeKind]?: { vi: string; en: string } } = {
  reminder: { vi: 'Nhắc việc', en: 'Reminder' },
  overdue: { vi: 'Nhắc việc quá hạn', en: 'Overdue reminder' },
  escalation: { vi: 'Báo lên cấp trên', en: 'Escalated' },
  overtaken: { vi: 'Báo quyết định đến muộn', en: 'Told of a decision that came too late' },
  returned: { vi: 'Thông báo trả lại', en: 'Notice of the return' },
  rejected: { vi: 'Thông báo không duyệt', en: 'Notice of the rejection' },
  withdrawn: { vi: 'Thông báo rút hồ sơ', en: 'Notice of the withdrawal' },
  issued: { vi: 'Thông báo ban hành', en: 'Notice of the issue' },
};

/** One entry per occasion, however many people were told. */
const noticeEntries: Part = async ({ db }, subject) => {
  const rows = await db
    .select({
      kind: notices.kind,
      at: notices.createdAt,
      task: tasks.name,
      people: sql<number>`count(*)::int`,
    })
    .from(notices)
    .leftJoin(tasks, eq(tasks.id, notices.taskId))
    .where(eq(notices.subjectId, subject.id))
    .groupBy(notices.kind, notices.createdAt, tasks.name);
  return rows.flatMap(({ kind, at, task, people }) => {
    const text = noticeTexts[kind];
    // The others are about sessions.
    if (!text) return [];
    const about = task ? `: ${task}` : '';
    return [
      {
        at,
        kind: 'notice' as const,
        textVi: `${text.vi}${about} (${people} người)`,
        textEn: `${text.en}${about} (${people} told)`,
        ...nothingElse,
      },
    ];
  });
};

const documentEntries: Part = async ({ db }, subject) => {
  const uploader = personAs('uploader');
  const rows = await db
    .select({ fileName: documents.fileName, at: documents.createdAt, actor: uploader.columns })
    .from(documents)
    .innerJoin(uploader.account, eq(uploader.account.id, documents.uploadedBy))
    .innerJoin(uploader.person, eq(uploader.person.id, uploader.account.personId))
    .where(and(eq(documents.subjectId, subject.id), ne(documents.kind, 'decision')));
  return rows.map(({ fileName, at, actor }) => ({
    at,
    kind: 'document' as const,
    textVi: `Đính kèm ${fileName}`,
    textEn: `Attached ${fileName}`,
    actor,
    reason: null,
  }));
};

const paperWords = {
  submission: { vi: 'tờ trình', en: 'Submission' },
  decision: { vi: 'quyết định', en: 'Decision' },
};

const paperParts: Part = async ({ db }, subject) => {
  const signer = personAs('signer');
  const rows = await db
    .select({ kind: papers.kind, signedAt: papers.signedAt, symbol: papers.symbol, actor: signer.columns })
    .from(papers)
    .leftJoin(signer.account, eq(signer.account.id, papers.signerId))
    .leftJoin(signer.person, eq(signer.person.id, signer.account.personId))
    .where(and(listsDossier(db, subject.id), isNotNull(papers.signedAt)));
  return rows.flatMap(({ kind, signedAt, symbol, actor }) => {
    const { vi, en } = paperWords[kind];
    return signedAt
      ? [
          {
            at: signedAt,
            kind: 'paper' as const,
            textVi: symbol ? `Ký ${vi}, số ${symbol}` : `Ký ${vi}`,
            textEn: symbol ? `${en} signed, number ${symbol}` : `${en} signed`,
            actor,
            reason: null,
          },
        ]
      : [];
  });
};

const incidentEntries: Part = async ({ db }, subject) => {
  if (!subject.instanceId) return [];
  const resolver = personAs('resolver');
  const rows = await db
    .select({ incident: incidents, actor: resolver.columns })
    .from(incidents)
    .leftJoin(resolver.account, eq(resolver.account.id, incidents.resolvedBy))
    .leftJoin(resolver.person, eq(resolver.person.id, resolver.account.personId))
    .where(eq(incidents.instanceId, subject.instanceId));
  return rows.flatMap(({ incident, actor }): Entry[] => [
    {
      at: incident.openedAt,
      kind: 'incident',
      textVi: 'Quy trình gặp sự cố',
      textEn: 'The process met an incident',
      ...nothingElse,
    },
    ...(incident.resolvedAt
      ? [
          {
            at: incident.resolvedAt,
            kind: 'incident' as const,
            textVi: 'Xử lý sự cố',
            textEn: 'Incident resolved',
            actor,
            reason: incident.resolution,
          },
        ]
      : []),
  ]);
};

const escalationEntries: Part = async ({ db }, subject) => {
  const administrator = personAs('administrator');
  const rows = await db
    .select({
      at: escalations.at,
      reason: escalations.reason,
      task: tasks.name,
      actor: administrator.columns,
    })
    .from(escalations)
    .innerJoin(tasks, eq(tasks.id, escalations.taskId))
    .leftJoin(administrator.account, eq(administrator.account.id, escalations.escalatedBy))
    .leftJoin(administrator.person, eq(administrator.person.id, administrator.account.personId))
    .where(eq(tasks.subjectId, subject.id));
  return rows.map(({ at, reason, task, actor }) => ({
    at,
    kind: 'escalation' as const,
    textVi: `Chuyển cấp: ${task}`,
    textEn: `Escalated: ${task}`,
    actor,
    reason,
  }));
};
