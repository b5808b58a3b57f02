import { Alert, App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReEvaluation } from '../../../api/contract/index.ts';
import { formatDate } from '../../format/dates.ts';
import { useDossierCommands, useReEvaluation } from '../../queries/dossiers.ts';
import { VerdictOfLawTag } from '../eligibility/verdict-tag.tsx';
import { Loaded } from '../loaded.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { Differences } from './rule-differences.tsx';

function Law({ side }: { side: ReEvaluation['before'] }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="strong">{side.ruleSetName}</span>{' '}
      <span className="quiet">{t('rule.from', { from: formatDate(side.effectiveFrom) })}</span>
    </>
  );
}

/** Shows a dossier under its law and under the newer one, and binds it to that where it is more favourable. */
export function ReEvaluationDialog({ dossierId, onClose }: { dossierId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const comparison = useReEvaluation(dossierId);
  const { reEvaluate } = useDossierCommands(dossierId);
  const { data } = comparison;
  return (
    <ReasonDialog
      open
      width={720}
      title={t('binding.compare')}
      explanation={t('binding.explained')}
      confirm={t('binding.bind')}
      ready={data !== undefined && data.refusal === null}
      onConfirm={async (reason) => {
        await reEvaluate.mutateAsync({ seen: data?.seen ?? '', reason });
        void message.success(t('binding.bound'));
      }}
      onClose={onClose}
    >
      <Loaded query={comparison}>
        {({ before, after, differences, nominations, refusal }) => (
          <div className="stack re-evaluation">
            <p>
              <Law side={before} /> → <Law side={after} />
            </p>
            <Differences differences={differences} />
            <ul className="plain">
              {nominations.map((nomination) => (
                <li key={nomination.id}>
                  <span className="strong">{nomination.name}</span>:{' '}
                  <VerdictOfLawTag verdict={nomination.before} /> →{' '}
                  <VerdictOfLawTag verdict={nomination.after} />
                </li>
              ))}
            </ul>
            {refusal !== null && <Alert type="info" showIcon title={t(`binding.refusal.${refusal}`)} />}
          </div>
        )}
      </Loaded>
    </ReasonDialog>
  );
}
