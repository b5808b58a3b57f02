import { App, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignDetail } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useCampaignCommands } from '../../queries/campaigns.ts';

interface Row {
  value: number | null;
  against: number | null;
  source: string;
}

/** Reports what was reached of a campaign's targets; lines left empty are not reported. */
export function ReportDialog({ campaign, onClose }: { campaign: CampaignDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { report } = useCampaignCommands(campaign.id);
  const ways = campaign.targets.flatMap((target) =>
    target.alternatives.map((way) => ({
      way,
      label: target.name === way.name ? target.name : `${target.name}: ${way.name}`,
    })),
  );
  const [rows, setRows] = useState(
    () =>
      new Map(
        ways.map(({ way: { id, actual } }): [string, Row] => [
          id,
          actual?.from === 'report'
            ? { value: actual.value, against: actual.against, source: actual.source ?? '' }
            : { value: null, against: null, source: '' },
        ]),
      ),
  );
  const change = (id: string, values: Partial<Row>) => {
    const row = rows.get(id);
    if (row) setRows(new Map(rows).set(id, { ...row, ...values }));
  };
  const actuals = [...rows].flatMap(([alternativeId, { value, against, source }]) =>
    value === null || source.trim() === '' ? [] : [{ alternativeId, value, against, source: source.trim() }],
  );
  const save = () =>
    report.mutate(
      { actuals },
      {
        onSuccess: () => {
          void message.success(t('campaign.reported'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={860}
      title={t('campaign.report')}
      okText={t('campaign.saveReport')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: actuals.length === 0, loading: report.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="quiet">{t('campaign.reportHelp')}</p>
        {ways.map(({ way: { id, aim }, label }) => (
          <fieldset key={id} className="report-row">
            <legend>{label}</legend>
            <InputNumber
              aria-label={`${t(aim.kind === 'rank' ? 'campaign.placeNow' : 'campaign.value')}: ${label}`}
              placeholder={t(aim.kind === 'rank' ? 'campaign.placeNow' : 'campaign.value')}
              min={0}
              precision={0}
              value={rows.get(id)?.value ?? null}
              onChange={(value) => change(id, { value })}
            />
            {aim.kind !== 'number' && (
              <InputNumber
                aria-label={`${t(aim.kind === 'rank' ? 'campaign.placeBefore' : 'campaign.base')}: ${label}`}
                placeholder={t(aim.kind === 'rank' ? 'campaign.placeBefore' : 'campaign.base')}
                min={0}
                precision={0}
                value={rows.get(id)?.against ?? null}
                onChange={(against) => change(id, { against })}
              />
            )}
            <Input
              aria-label={`${t('campaign.source')}: ${label}`}
              placeholder={t('campaign.source')}
              maxLength={300}
              value={rows.get(id)?.source ?? ''}
              onChange={({ target }) => change(id, { source: target.value })}
            />
          </fieldset>
        ))}
        {report.error !== null && <ProblemAlert error={report.error} />}
      </div>
    </Modal>
  );
}
