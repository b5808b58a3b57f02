import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDossierCommands, useReEvaluation } from '../../queries/dossiers.ts';
import { Loaded } from '../loaded.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { Differences } from './rule-differences.tsx';

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
          <div className="stack">
            <p>
              {before.ruleSetName} → <span className="strong">{after.ruleSetName}</span>
            </p>
            <Differences differences={differences} />
            <ul className="plain">
              {nominations.map((nomination) => (
                <li key={nomination.id}>
                  {nomination.name}: {t(`binding.verdict.${nomination.before}`)} →{' '}
                  {t(`binding.verdict.${nomination.after}`)}
                </li>
              ))}
            </ul>
            {refusal !== null && <p className="quiet">{t(`binding.refusal.${refusal}`)}</p>}
          </div>
        )}
      </Loaded>
    </ReasonDialog>
  );
}
