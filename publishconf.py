"""What differs in production. Values of one installation come from its environment, so that none is kept in git."""

import os

from pelicanconf import *
from plugins.ask.settings import require_ready
from plugins.build.settings import require, require_site_url
from plugins.subscribe.subscription import require_usable

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
FEED_DOMAIN = SITEURL
RELATIVE_URLS = False

DIRECT_TEMPLATES = [name for name in DIRECT_TEMPLATES if name != "styleguide"]
DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""

PUBLISH_TARGET = os.environ.get("PUBLISH_TARGET", "output:output")

ASK_FORM_URL = os.environ.get("ASK_FORM_URL", "")
ASK_FORM_SERVICE = os.environ.get("ASK_FORM_SERVICE", "")
COMMENTS_FORM_URL = os.environ.get("COMMENTS_FORM_URL", "")
COMMENTS_FORM_SERVICE = os.environ.get("COMMENTS_FORM_SERVICE", "")
SUBSCRIBE_URL = os.environ.get("SUBSCRIBE_URL", "")
SUBSCRIBE_SERVICE_NAME = os.environ.get("SUBSCRIBE_SERVICE_NAME", "")

require(globals(), require_site_url, require_ready, require_usable)
