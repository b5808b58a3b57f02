import { App, Button, Popconfirm, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { DossierDetail } from '../../../api/contract/index.ts';
import { DossierView } from '../../components/dossier/dossier-view.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { DossierStatusTag } from '../../components/status-tags.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useDossier, useDossierCommands } from '../../queries/dossiers.ts';
import { useEligibility } from '../../queries/eligibility.ts';
import { holds, useMe } from '../../queries/session.ts';

/** What a draft still needs before it can be submitted. */
function DraftSteps({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const done = [dossier.nominations > 0, dossier.documents.length > 0, false];
  return (
    <Steps
      size="small"
      className="draft-steps"
      orientation={narrow ? 'vertical' : 'horizontal'}
      current={done.indexOf(false)}
      items={[
        {
          title: t('draft.nominees'),
          content: t('nominations.count', { total: formatInteger(dossier.nominations, currentLocale()) }),
        },
        { title: t('draft.papers'), content: t('draft.papersHelp', { total: dossier.documents.length }) },
        { title: t('draft.submit'), content: t('draft.submitHelp') },
      ]}
    />
  );
}

/** Submits; where nominees are not eligible, asks first why it is submitted nevertheless. */
function Submit({ dossier, onError }: { dossier: DossierDetail; onError: (error: unknown) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { submit } = useDossierCommands(dossier.id);
  const [asking, setAsking] = useState(false);
  const { data } = useEligibility(dossier.id, { page: 1 }, dossier.rule !== null && dossier.nominations > 0);
  const ineligible = data?.counts.not_eligible ?? 0;
  const send = async (ineligibleReason?: string) => {
    await submit.mutateAsync(ineligibleReason);
    void message.success(t('dossier.submitted', { code: dossier.code }));
    void navigate(`/dossiers/${dossier.id}?tab=progress`);
  };
  return (
    <>
      <Button
        type="primary"
        loading={submit.isPending}
        onClick={() => {
          if (ineligible > 0 && data?.ineligibleAtSubmit === 'acknowledge') setAsking(true);
          else send().catch(onError);
        }}
      >
        {t('dossier.submit')}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('eligibility.submitTitle')}
        explanation={t('eligibility.submitHelp', { total: ineligible })}
        confirm={t('eligibility.submitAnyway')}
        onConfirm={send}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Actions({ dossier, onError }: { dossier: DossierDetail; onError: (error: unknown) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { withdraw, hold, resume, remove } = useDossierCommands(dossier.id);
  const [asking, setAsking] = useState<'withdraw' | 'hold' | 'resume' | null>(null);
  const commands = { withdraw, hold, resume };
  const { can } = dossier;
  const me = useMe();
  return (
    <>
      {can.delete && (
        <Popconfirm
          title={t('dossier.deleteAsk')}
          okText={t('action.delete')}
          cancelText={t('action.cancel')}
          onConfirm={() => remove.mutate(undefined, { onSuccess: () => void navigate('/dossiers'), onError })}
        >
          <Button danger loading={remove.isPending}>
            {t('action.delete')}
          </Button>
        </Popconfirm>
      )}
      {can.hold && <Button onClick={() => setAsking('hold')}>{t('dossier.hold')}</Button>}
      {can.resume && (
        <Button type="primary" onClick={() => setAsking('resume')}>
          {t('dossier.resume')}
        </Button>
      )}
      {dossier.instanceId !== null && holds(me, 'admin') && (
        <LinkButton to={`/admin/instances/${dossier.instanceId}`}>{t('instance.open')}</LinkButton>
      )}
      {can.withdraw && (
        <Button danger onClick={() => setAsking('withdraw')}>
          {t('dossier.withdraw')}
        </Button>
      )}
      {can.submit && <Submit dossier={dossier} onError={onError} />}
      {(['withdraw', 'hold', 'resume'] as const).map((act) => (
        <ReasonDialog
          key={act}
          open={asking === act}
          title={t(`dossier.${act}`)}
          explanation={t(`dossier.${act}Help`, { code: dossier.code })}
          confirm={t(`dossier.${act}`)}
          danger={act === 'withdraw'}
          onConfirm={(reason) => commands[act].mutateAsync(reason)}
          onClose={() => setAsking(null)}
        />
      ))}
    </>
  );
}

function Opened({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [error, setError] = useState<unknown>(null);
  return (
    <Page
      title={dossier.title}
      status={<DossierStatusTag status={dossier.status} />}
      subtitle={`${dossier.code} · ${names.unit(dossier.unit)}`}
      trail={[{ title: t('nav.dossiers'), to: '/dossiers' }]}
      actions={<Actions dossier={dossier} onError={setError} />}
    >
      {error !== null && <ProblemAlert error={error} />}
      {dossier.status === 'draft' && <DraftSteps dossier={dossier} />}
      <DossierView dossier={dossier} />
    </Page>
  );
}

/** One dossier, from the draft to the issued decision. */
export function DossierPage() {
  const { dossierId = '' } = useParams();
  return <LoadedPage query={useDossier(dossierId)}>{(dossier) => <Opened dossier={dossier} />}</LoadedPage>;
}
