import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { OfficePaperDetail } from '../../../api/contract/index.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { PaperStatusTag } from '../../components/office-papers/paper-status-tag.tsx';
import { PaperView } from '../../components/office-papers/paper-view.tsx';
import { Page } from '../../components/page.tsx';
import { DateField } from '../../components/plans/date-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useUnits } from '../../queries/catalogue.ts';
import { useOfficePaper, useOfficePaperCommands } from '../../queries/office-papers.ts';

/** One paper, with what those who draft it do. */
export function OfficePaperPage() {
  const { paperId = '' } = useParams();
  return <LoadedPage query={useOfficePaper(paperId)}>{(paper) => <Paper paper={paper} />}</LoadedPage>;
}

function Paper({ paper }: { paper: OfficePaperDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [starting, setStarting] = useState(false);
  const mine = paper.tasks.find(({ canAct }) => canAct);
  return (
    <Page
      title={paper.title}
      status={<PaperStatusTag {...paper} />}
      subtitle={`${t(`paper.kind.${paper.kind}`)} · ${paper.code} · ${names.unit(paper.unit)}`}
      trail={[{ title: t('nav.papers'), to: '/office-papers' }]}
      actions={
        <>
          {paper.can.start && (
            <Button type="primary" onClick={() => setStarting(true)}>
              {t('paper.start')}
            </Button>
          )}
          {mine && (
            <LinkButton to={`/tasks/${mine.id}`} type="primary">
              {mine.name}
            </LinkButton>
          )}
        </>
      }
    >
      <PaperView paper={paper} />
      {starting && <StartDialog paper={paper} onClose={() => setStarting(false)} />}
    </Page>
  );
}

/** Hands a draft on: to units for their comments, or at once to be finished. */
function StartDialog({ paper, onClose }: { paper: OfficePaperDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const { start } = useOfficePaperCommands(paper.id);
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  const [commenters, setCommenters] = useState<string[]>([]);
  const [commentsDue, setDue] = useState<string | null>(null);
  return (
    <Modal
      open
      title={t('paper.start')}
      okText={t('paper.start')}
      cancelText={t('action.cancel')}
      okButtonProps={{
        disabled: commenters.length > 0 && commentsDue === null,
        loading: start.isPending,
      }}
      onOk={() => start.mutate({ commenters, commentsDue }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('paper.startHelp')}</p>
        <Select
          mode="multiple"
          showSearch
          filterOption={false}
          onSearch={setQ}
          aria-label={t('paper.commenters')}
          placeholder={t('paper.commenters')}
          value={commenters}
          options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
          onChange={setCommenters}
        />
        {commenters.length > 0 && (
          <DateField label={t('paper.commentsDue')} value={commentsDue} onChange={setDue} />
        )}
        {start.error !== null && <ProblemAlert error={start.error} />}
      </div>
    </Modal>
  );
}
