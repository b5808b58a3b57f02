import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlocYearDetail } from '../../../api/contract/index.ts';
import { useBlocYearCommands } from '../../queries/blocs.ts';
import { useCampaigns } from '../../queries/catalogue.ts';
import { ProblemAlert } from '../problem-alert.tsx';

/** Chooses the campaigns with whose targets the bloc launches its year. */
export function LinkCampaignsDialog({ year, onClose }: { year: BlocYearDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const campaigns = useCampaigns();
  const { linkCampaigns } = useBlocYearCommands(year.id);
  const [chosen, setChosen] = useState(() => year.campaigns.map(({ id }) => id));
  return (
    <Modal
      open
      width={720}
      title={t('bloc.linkCampaigns')}
      okText={t('bloc.saveCampaigns')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: linkCampaigns.isPending }}
      onOk={() =>
        linkCampaigns.mutate({ version: year.version, campaignIds: chosen }, { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <div className="stack">
        <Select
          mode="multiple"
          className="full"
          aria-label={t('bloc.campaigns')}
          optionFilterProp="label"
          value={chosen}
          onChange={setChosen}
          options={(campaigns.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        {linkCampaigns.error !== null && <ProblemAlert error={linkCampaigns.error} />}
      </div>
    </Modal>
  );
}
