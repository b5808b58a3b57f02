import { UploadOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Flex, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InitiativeAttachmentKind, InitiativeDetail } from '../../../api/contract/index.ts';
import { formatDate } from '../../format/dates.ts';
import { useInitiativeCommands, useInitiativeTimeline } from '../../queries/initiatives.ts';
import { HistoryCard } from '../history-card.tsx';
import { useNames } from '../names.ts';
import { DocumentLink } from '../papers/document-link.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { TaskList } from '../task-list.tsx';

const evidenceKinds = [
  'initiative_report',
  'effect_confirmation',
  'evidence',
] as const satisfies InitiativeAttachmentKind[];

/** An application with its authors, votes, papers, and what happened to it. */
export function InitiativeView({ initiative }: { initiative: InitiativeDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const timeline = useInitiativeTimeline(initiative.id);
  const { decision, scope } = initiative;
  const active = initiative.tasks.filter(({ status }) => status === 'open' || status === 'claimed');
  return (
    <div className="stack">
      <Card size="small">
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'unit', label: t('initiatives.unit'), children: names.unit(initiative.unit) },
            {
              key: 'kind',
              label: t('initiatives.kindLabel'),
              children: t(`initiatives.kind.${initiative.kind}`),
            },
            { key: 'year', label: t('initiatives.year'), children: initiative.year },
            { key: 'field', label: t('initiatives.field'), children: initiative.field },
            {
              key: 'requested',
              label: t('initiatives.requestedScope'),
              children: t(`ledger.scope.${initiative.requestedScope}`),
            },
            ...(scope === null
              ? []
              : [{ key: 'scope', label: t('initiatives.scope'), children: t(`ledger.scope.${scope}`) }]),
            {
              key: 'authors',
              label: t('initiatives.authors'),
              children: initiative.authors
                .map(({ person, sharePercent }) => `${person.fullName} (${sharePercent}%)`)
                .join(', '),
            },
            ...(decision?.symbol && decision.issuedOn
              ? [
                  {
                    key: 'decision',
                    label: t('initiatives.decision'),
                    children: `${decision.symbol}, ${formatDate(decision.issuedOn)}`,
                  },
                ]
              : []),
          ]}
        />
        <p className="pre">{initiative.summary}</p>
        {initiative.endReason !== null && <p>{t('field.reasonIs', { reason: initiative.endReason })}</p>}
      </Card>
      {active.length > 0 && (
        <Card size="small" title={t('progress.now')}>
          <TaskList tasks={active} empty={t('inbox.empty')} within="dossier" />
        </Card>
      )}
      {initiative.votes.length > 0 && (
        <Card size="small" title={t('initiatives.votes')}>
          <ul className="plain">
            {initiative.votes.map((vote) => (
              <li key={vote.id}>
                {vote.sessionId === null ? (
                  vote.council.name
                ) : (
                  <Link to={`/sessions/${vote.sessionId}`}>{vote.council.name}</Link>
                )}
                : {vote.result === null ? t('initiatives.notVoted') : t(`itemResult.${vote.result}`)}
                {vote.inFavour !== null && ` (${vote.inFavour}/${vote.total})`}
                {vote.reason !== null && `. ${vote.reason}`}
                <div className="citation">{vote.citation}</div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card size="small" title={t('initiatives.papers')}>
        {initiative.documents.length === 0 && <p>{t('initiatives.noPapers')}</p>}
        {initiative.documents.map((document) => (
          <DocumentLink key={document.id} document={document} />
        ))}
        {initiative.can.attach && <AttachEvidence initiativeId={initiative.id} />}
      </Card>
      <HistoryCard query={timeline} />
    </div>
  );
}

/** Attaches one paper at a time: the description, what confirms the effect, other evidence. */
function AttachEvidence({ initiativeId }: { initiativeId: string }) {
  const { t } = useTranslation();
  const { attach } = useInitiativeCommands(initiativeId);
  const [kind, setKind] = useState<InitiativeAttachmentKind>('initiative_report');
  return (
    <div className="stack">
      <Flex gap={8} wrap align="center">
        <Select<InitiativeAttachmentKind>
          className="filter-wide"
          aria-label={t('papers.kind')}
          value={kind}
          onChange={setKind}
          options={evidenceKinds.map((value) => ({ value, label: t(`initiatives.paper.${value}`) }))}
        />
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            attach.mutate({ file, kind });
            return false; // sent here, with the session's language and errors
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />} loading={attach.isPending}>
            {t('papers.choose')}
          </Button>
        </Upload>
      </Flex>
      {attach.error !== null && <ProblemAlert error={attach.error} />}
    </div>
  );
}
