import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  CloseCasesOfTheDead,
  HandOverMessages,
  ReportDelivery,
  SettleLinkedRecords,
  TakeDeliveryReports,
  type UnitOfWork,
  type Vault,
} from '#libs/casework';
import { loadAreaPack, type WorkerEnvironment } from '#libs/config';
import { NotifySms, PersonChannels, PersonMail } from '#libs/notifications';
import { SystemIds } from '#libs/persistence';
import type { Logger } from 'pino';
import { BounceListener } from './bounce-listener';
import { PersonMailer } from './person-mailer';

type Ways = Pick<WorkerEnvironment, 'personMail' | 'sms' | 'smtpUrl' | 'areaPack'>;

/** Every way in which something leaves for a person or comes back, set up from the environment and closed with it. */
@Injectable()
export class PersonWays implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly mailer: PersonMailer;
  private readonly listener: BounceListener | null;

  constructor(environment: Ways, parts: { work: UnitOfWork; vault: Vault; logger: Logger }) {
    const { work, vault, logger } = parts;
    const { personMail, sms, smtpUrl } = environment;
    const { timezone, tellingWords } = loadAreaPack(environment.areaPack);
    const ids = new SystemIds();
    const channels = new PersonChannels(
      {
        mail: personMail && new PersonMail({ smtpUrl, tellingWords, ...personMail }),
        sms: sms && new NotifySms(sms),
      },
      { timezone, tellingWords },
    );
    this.mailer = new PersonMailer({
      handOver: new HandOverMessages(work, vault, channels, { ids, timezone }),
      takeReports: new TakeDeliveryReports(work, ids),
      closeCases: new CloseCasesOfTheDead(work),
      settleLinked: new SettleLinkedRecords(work),
      logger,
    });
    const bounce = personMail?.bounceListener ?? null;
    this.listener =
      personMail === null || bounce === null
        ? null
        : new BounceListener(
            { ...bounce, bounceTo: personMail.bounceTo },
            { report: new ReportDelivery(work), logger },
          );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener?.open();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.close();
  }
}
