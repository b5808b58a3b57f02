import { App, Button, Checkbox, Flex, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignDetail, CampaignTarget, TargetAlternative } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useCampaignCommands } from '../../queries/campaigns.ts';
import { useAwards } from '../../queries/catalogue.ts';

type Kind = TargetAlternative['aim']['kind'];

interface Way {
  key: string;
  name: string;
  kind: Kind;
  /** As people write it: percent with two decimals of a share. */
  atLeast: number | null;
  strict: boolean;
  base: string;
  awardCode: string | null;
}

interface Row {
  key: string;
  track: CampaignTarget['track'];
  name: string;
  ways: Way[];
}

const newWay = (): Way => ({
  key: crypto.randomUUID(),
  name: '',
  kind: 'number',
  atLeast: null,
  strict: false,
  base: '',
  awardCode: null,
});

const wayOf = ({ id, name, aim, awardCode }: TargetAlternative): Way => ({
  key: id,
  name,
  kind: aim.kind,
  atLeast: aim.kind === 'share' ? aim.atLeast / 100 : aim.atLeast,
  strict: aim.strict,
  base: aim.kind === 'share' ? aim.base : '',
  awardCode,
});

function requestOf({ name, kind, atLeast, strict, base, awardCode }: Way) {
  const shared = { strict, atLeast: atLeast ?? 0 };
  const aim =
    kind === 'share'
      ? { kind, ...shared, atLeast: Math.round((atLeast ?? 0) * 100), base: base.trim() }
      : { kind, ...shared };
  return { name: name.trim(), aim, awardCode };
}

const isComplete = ({ name, ways }: Row) =>
  name.trim() !== '' &&
  ways.length > 0 &&
  ways.every(
    (way) =>
      way.name.trim() !== '' && way.atLeast !== null && (way.kind !== 'share' || way.base.trim() !== ''),
  );

/** Sets the targets of a campaign; each is met by any one of its alternatives. */
export function TargetsDialog({ campaign, onClose }: { campaign: CampaignDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { writeTargets } = useCampaignCommands(campaign.id);
  const [rows, setRows] = useState(() =>
    campaign.targets.map(
      ({ id, track, name, alternatives }): Row => ({ key: id, track, name, ways: alternatives.map(wayOf) }),
    ),
  );
  const change = (key: string, values: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...values } : row)));
  const save = () =>
    writeTargets.mutate(
      {
        version: campaign.version,
        targets: rows.map(({ track, name, ways }) => ({
          track,
          name: name.trim(),
          alternatives: ways.map(requestOf),
        })),
      },
      {
        onSuccess: () => {
          void message.success(t('campaign.targetsSaved'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={900}
      title={t('campaign.writeTargets')}
      okText={t('campaign.saveTargets')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !rows.every(isComplete), loading: writeTargets.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        {rows.map((row) => (
          <fieldset key={row.key} className="target-row" aria-label={row.name || t('campaign.newTarget')}>
            <Flex gap={8} wrap>
              <Input
                className="grow"
                aria-label={t('campaign.target')}
                placeholder={t('campaign.target')}
                value={row.name}
                onChange={({ target }) => change(row.key, { name: target.value })}
              />
              <Select
                aria-label={t('campaign.trackLabel')}
                value={row.track}
                options={(['professional', 'party', 'union'] as const).map((track) => ({
                  value: track,
                  label: t(`campaign.track.${track}`),
                }))}
                onChange={(track) => change(row.key, { track })}
              />
              <Button onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}>
                {t('action.remove')}
              </Button>
            </Flex>
            {row.ways.map((way, i) => (
              <WayFields
                key={way.key}
                way={way}
                first={i === 0}
                onChange={(changed) =>
                  change(row.key, {
                    ways: row.ways.map((other) => (other.key === way.key ? changed : other)),
                  })
                }
              />
            ))}
            <Button type="link" onClick={() => change(row.key, { ways: [...row.ways, newWay()] })}>
              {t('campaign.addAlternative')}
            </Button>
          </fieldset>
        ))}
        <Button
          onClick={() =>
            setRows((before) => [
              ...before,
              { key: crypto.randomUUID(), track: 'professional', name: '', ways: [newWay()] },
            ])
          }
        >
          {t('campaign.addTarget')}
        </Button>
        {writeTargets.error !== null && <ProblemAlert error={writeTargets.error} />}
      </div>
    </Modal>
  );
}

function WayFields({ way, first, onChange }: { way: Way; first: boolean; onChange: (way: Way) => void }) {
  const { t } = useTranslation();
  const awards = useAwards();
  return (
    <Flex gap={8} wrap align="center">
      {!first && <span className="quiet">{t('campaign.or')}</span>}
      <Input
        className="grow"
        aria-label={t('campaign.alternative')}
        placeholder={t('campaign.alternative')}
        value={way.name}
        onChange={({ target }) => onChange({ ...way, name: target.value })}
      />
      <Select
        aria-label={t('campaign.aimKindLabel')}
        value={way.kind}
        options={(['number', 'share', 'rank'] as const).map((kind) => ({
          value: kind,
          label: t(`campaign.aimKind.${kind}`),
        }))}
        onChange={(kind: Kind) => onChange({ ...way, kind })}
      />
      <InputNumber
        aria-label={t('campaign.atLeast')}
        placeholder={t('campaign.atLeast')}
        min={0}
        precision={way.kind === 'share' ? 2 : 0}
        value={way.atLeast}
        onChange={(atLeast) => onChange({ ...way, atLeast })}
        {...(way.kind === 'share' && { max: 100, suffix: '%' })}
      />
      <Checkbox checked={way.strict} onChange={({ target }) => onChange({ ...way, strict: target.checked })}>
        {t('campaign.strict')}
      </Checkbox>
      {way.kind === 'share' && (
        <Input
          className="grow"
          aria-label={t('campaign.base')}
          placeholder={t('campaign.base')}
          value={way.base}
          onChange={({ target }) => onChange({ ...way, base: target.value })}
        />
      )}
      {way.kind === 'number' && (
        <Select
          className="grow"
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={t('campaign.award')}
          placeholder={t('campaign.award')}
          value={way.awardCode}
          options={(awards.data?.items ?? []).map(({ code, nameVi }) => ({ value: code, label: nameVi }))}
          onChange={(awardCode: string | undefined) => onChange({ ...way, awardCode: awardCode ?? null })}
        />
      )}
    </Flex>
  );
}
