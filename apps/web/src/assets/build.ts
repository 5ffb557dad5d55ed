import { buildAssets } from './build-assets';
import { copyTemplates } from './copy-templates';

buildAssets();
copyTemplates();
