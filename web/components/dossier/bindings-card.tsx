import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierDetail } from '../../../api/contract/index.ts';
import { formatInstant } from '../../format/dates.ts';
import { ReEvaluationDialog } from './re-evaluation-dialog.tsx';
import { Differences } from './rule-differences.tsx';

/** When and why the dossier came under which law, and what changed with it. */
export function BindingsCard({ dossier: { id, bindings, can } }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  return (
    <Card size="small" title={t('binding.title')}>
      <ol className="plain">
        {bindings.map((binding) => (
          <li key={binding.number}>
            <span className="strong">{t(`binding.basis.${binding.basis}`)}</span>, {formatInstant(binding.at)}
            {binding.actor && `, ${binding.actor.fullName}`}: {binding.ruleSetName}
            {binding.overlays.length > 0 && ` + ${binding.overlays.join(' + ')}`}
            {binding.reason !== null && (
              <p className="quiet">{t('field.reasonIs', { reason: binding.reason })}</p>
            )}
            {binding.basis !== 'start' && <Differences differences={binding.differences} />}
          </li>
        ))}
      </ol>
      {can.reEvaluate && <Button onClick={() => setComparing(true)}>{t('binding.compare')}</Button>}
      {comparing && <ReEvaluationDialog dossierId={id} onClose={() => setComparing(false)} />}
    </Card>
  );
}
