"""The site: pages for people who do not use SQL, made of the published tables alone.

A page reads rows, arranges them and fills a template; a link to a figure's words comes from
`sources`. One page to send by mail belongs in `reports`, files for other programs in `exports`.
"""
