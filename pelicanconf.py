"""Constants for Pelican. What differs from run to run is handed over by gongshi.site.build."""

SITENAME = "公示"
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
# The one that every machine has: the account's own may not be installed, and must not be seen in the pages.
LOCALE = ["C"]
RELATIVE_URLS = True

# Prose comes from two folders; everything is written by gongshi.site.plugin, nothing by Pelican's own generators.
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
READERS = {"rst": None, "html": None}
ARTICLE_URL = "articles/{slug}/index.html"
PAGE_URL = "{slug}/index.html"
ARTICLE_SAVE_AS = PAGE_SAVE_AS = DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
ARTICLE_LANG_SAVE_AS = PAGE_LANG_SAVE_AS = DRAFT_LANG_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
THEME_STATIC_PATHS: list[str] = []
READERS = {"rst": None, "html": None}

# A file's name is its slug; dates stand in the head; the head is plain text.
SLUGIFY_SOURCE = "basename"
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "articles"
FORMATTED_FIELDS: list[str] = []
ARTICLE_ORDER_BY = "reversed-date"
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None
TYPOGRIFY = False

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# Its cache is wrong for pages made from data, and it must not wipe what others have put into the staging tree.
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
LOG_FILTER: list[tuple[int, str]] = []
